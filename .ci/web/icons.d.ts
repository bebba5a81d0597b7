/* What the server makes of the icon package (`design/icons.txt`). */
declare module "icons" {
  export function shapesOf(svg: (strings: TemplateStringsArray) => unknown): Record<string, unknown>;
}
