import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Peer } from '../peer.ts'
import { production } from './installed.ts'

/** A minimal hand-written server. */
export const express: Peer = {
  name: 'Express with a Map',
  package: 'express',
  setUp: '`bench/peers/express-server.js`: create, get and list from a Map, in the same shapes, nothing validated',
  prepare: ({ campaigns, calls }, folder) => {
    const file = join(folder, 'campaigns.json')
    writeFileSync(file, JSON.stringify(campaigns))
    const server = fileURLToPath(new URL('express-server.js', import.meta.url))
    return {
      program: { command: process.execPath, args: (port) => [server, file, String(port)], environment: production },
      calls,
      reset: { method: 'POST', path: '/reset' },
    }
  },
}
