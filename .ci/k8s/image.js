// dockerfile-utils tells what it finds, but ends well all the same: here anything that it finds is a failure.
const { readFileSync } = require("node:fs");
const { validate } = require("dockerfile-utils");

const file = process.argv[2];
const found = validate(readFileSync(file, "utf8"));
for (const { range, message } of found) {
  console.error(`${file}:${range.start.line + 1}: ${message}`);
}
process.exitCode = found.length === 0 ? 0 : 1;
