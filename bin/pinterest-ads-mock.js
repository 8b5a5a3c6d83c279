#!/usr/bin/env node
import { wrongNode } from './node-version.js'

if (wrongNode !== undefined) {
  console.error(wrongNode)
  process.exitCode = 1
} else {
  // As process 1 a signal that nobody listens for is lost; main() listens in this one's place.
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(0))
  process.getBuiltinModule('node:module').enableCompileCache()
  void import('../build/server/main.js').then(({ main }) => main())
}
