import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { get } from '../api.ts'
import type { Call } from '../connection.ts'
import { items } from '../facts.ts'
import type { Peer } from '../peer.ts'
import type { Program } from '../program.ts'
import { suiteOfCrud } from './crud-suite.ts'
import { installed, production } from './installed.ts'

/** Mockoon's stateful mode: a CRUD route over a data bucket. */
export const mockoon: Peer = {
  name: 'Mockoon CLI',
  package: '@mockoon/cli',
  setUp:
    'a CRUD route over a data bucket with the campaigns; no log file; a page is a bare array, and 30 sent at once become one campaign',
  prepare: ({ path, campaigns, calls }, folder) => {
    const own = {
      ...calls,
      'list 25': get(`${path}?page=1&limit=25`),
      'list 250': get(`${path}?page=1&limit=250`),
      'create 1': { ...calls['create 1'], body: JSON.stringify(items(1)[0]) },
    }
    return { program: serving({ [path]: campaigns }, folder), calls: own, reset: purge }
  },
  suiteSetUp:
    'CRUD routes for campaigns and labels, and a purge of its data buckets; no world, nothing is refused, several that are created at once become one, and to apply a label is to change it',
  prepareSuite: ({ account, campaigns }, folder) => {
    const [path, labels] = [`${account}/campaigns`, `${account}/labels`]
    const calls = suiteOfCrud({ path, page: `${path}?page=1&limit=25`, labels, list: (count) => items(count) })
    return { program: serving({ [path]: campaigns, [labels]: [] }, folder), calls: [...calls, purge] }
  },
}

const purge: Call = { method: 'POST', path: '/mockoon-admin/data-buckets/purge' }

/** Returns the program with a CRUD route for each path and what it holds, whose file is written into a folder. */
function serving(content: Readonly<Record<string, readonly unknown[]>>, folder: string): Program {
  const file = join(folder, 'mockoon.json')
  writeFileSync(file, JSON.stringify(environmentOf(content)))
  const options = ['--hostname', '127.0.0.1', '--disable-log-to-file', '--admin-api-token', 'bench']
  const bin = installed('@mockoon/cli/bin/run.js')
  const args = (port: number) => [bin, 'start', '--data', file, '--port', `${port}`, ...options]
  return { command: process.execPath, args, folder, environment: production }
}

/** The newest version of the format that the pinned release supports. */
const lastMigration = 33

function environmentOf(content: Readonly<Record<string, readonly unknown[]>>) {
  const crud = Object.entries(content).map(([path, values]) => crudOf(path, values))
  return {
    uuid: randomUUID(),
    lastMigration,
    name: 'bench',
    data: crud.map(({ bucket }) => bucket),
    routes: crud.map(({ route }) => route),
    rootChildren: crud.map(({ route }) => ({ type: 'route', uuid: route.uuid })),
  }
}

/** Returns a data bucket with values, and the CRUD route to it. */
function crudOf(path: string, values: readonly unknown[]) {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const bucket = { uuid: randomUUID(), id: name, name, documentation: '', value: JSON.stringify(values) }
  const response = {
    uuid: randomUUID(),
    statusCode: 200,
    bodyType: 'DATABUCKET',
    databucketID: bucket.id,
    disableTemplating: true,
    default: true,
    crudKey: 'id',
  }
  const route = { uuid: randomUUID(), type: 'crud', endpoint: path.slice(1), responses: [response], responseMode: null }
  return { bucket, route }
}
