// @ts-check
import "./theme.js";
import { registerWorker } from "../offline/register.js";
import { startRouter } from "./router.js";
import { startServices } from "./services.js";
import "./app.js";

startRouter();
void startServices();
registerWorker();
