import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { get } from '../api.ts'
import { items } from '../facts.ts'
import type { Peer } from '../peer.ts'
import type { Program } from '../program.ts'
import { suiteId, suiteOfCrud } from './crud-suite.ts'
import { installed, production } from './installed.ts'

/** json-server with its own routes: one level of paths, items in objects. */
export const jsonServer: Peer = {
  name: 'json-server',
  package: 'json-server',
  setUp: 'a db.json with the campaigns; it pages by `_per_page`; it takes no arrays, so 30 are sent inside an object',
  prepare: ({ campaigns }, folder) => {
    const create = (body: unknown) => ({ method: 'POST' as const, path: '/campaigns', body: JSON.stringify(body) })
    const calls = {
      'get 1': get(`/campaigns/${campaigns[0]?.id}`),
      'list 25': get('/campaigns?_page=1&_per_page=25'),
      'list 250': get('/campaigns?_page=1&_per_page=250'),
      'create 1': create(items(1)[0]),
      'create 30': create({ items: items(30) }),
    }
    return { program: serving({ campaigns }, folder), calls, reset: 'restart' }
  },
  suiteSetUp:
    'campaigns and labels as plain collections, started anew for each round in place of resets; no world, nothing is refused, several that are created at once become one, what is read and changed is of its file since it makes ids up, and to apply a label is to change it',
  prepareSuite: ({ campaigns }, folder) => {
    const own = { id: suiteId }
    const calls = suiteOfCrud({
      path: '/campaigns',
      page: '/campaigns?_page=1&_per_page=25',
      labels: '/labels',
      list: (count) => ({ items: items(count) }),
    })
    const content = { campaigns: [{ ...campaigns[0], ...own }, ...campaigns], labels: [own] }
    return { program: serving(content, folder), calls, isKept: true }
  },
}

/** Returns the program with this content, whose file is written into a folder. */
function serving(content: unknown, folder: string): Program {
  const file = join(folder, 'db.json')
  writeFileSync(file, JSON.stringify(content))
  // In production it does not start without.
  mkdirSync(join(folder, 'public'))
  const bin = installed('json-server/lib/bin.js')
  const args = (port: number) => [bin, file, '--port', `${port}`]
  return { command: process.execPath, args, folder, environment: production }
}
