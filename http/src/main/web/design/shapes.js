// @ts-check
import { shapesOf } from "icons";
import { svg } from "lit";

/** The shapes of the icons, by name. The server makes the module "icons" out of the icon package, by `design/icons.txt`. */
export const shapes = shapesOf(svg);
