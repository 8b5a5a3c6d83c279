import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { get } from '../api.ts'
import { items } from '../facts.ts'
import type { Peer } from '../peer.ts'
import { installed, production } from './installed.ts'

/** json-server with its own routes: one level of paths, items in objects. */
export const jsonServer: Peer = {
  name: 'json-server',
  package: 'json-server',
  setUp: 'a db.json with the campaigns; it pages by `_per_page`; it takes no arrays, so 30 are sent inside an object',
  prepare: ({ campaigns }, folder) => {
    const file = join(folder, 'db.json')
    writeFileSync(file, JSON.stringify({ campaigns }))
    // In production it does not start without.
    mkdirSync(join(folder, 'public'))
    const create = (body: unknown) => ({ method: 'POST' as const, path: '/campaigns', body: JSON.stringify(body) })
    const calls = {
      'get 1': get(`/campaigns/${campaigns[0]?.id}`),
      'list 25': get('/campaigns?_page=1&_per_page=25'),
      'list 250': get('/campaigns?_page=1&_per_page=250'),
      'create 1': create(items(1)[0]),
      'create 30': create({ items: items(30) }),
    }
    const bin = installed('json-server/lib/bin.js')
    return {
      program: {
        command: process.execPath,
        args: (port) => [bin, file, '--port', `${port}`],
        folder,
        environment: production,
      },
      calls,
      reset: 'restart',
    }
  },
}
