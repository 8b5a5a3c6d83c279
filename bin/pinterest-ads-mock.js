#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`pinterest-ads-mock needs Node 22.18 or newer, and this is ${process.versions.node}.`)
  process.exitCode = 1
} else {
  // As process 1 a signal that nobody listens for is lost; main() listens in this one's place.
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(0))
  process.getBuiltinModule('node:module').enableCompileCache()
  void import('../build/server/main.js').then(({ main }) => main())
}
