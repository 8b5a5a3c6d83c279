import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { get } from '../api.ts'
import { items } from '../facts.ts'
import type { Peer } from '../peer.ts'
import { installed, production } from './installed.ts'

/** Mockoon's stateful mode: a CRUD route over a data bucket. */
export const mockoon: Peer = {
  name: 'Mockoon CLI',
  package: '@mockoon/cli',
  setUp:
    'a CRUD route over a data bucket with the campaigns; no log file; a page is a bare array, and 30 sent at once become one campaign',
  prepare: ({ path, campaigns, calls }, folder) => {
    const file = join(folder, 'mockoon.json')
    writeFileSync(file, JSON.stringify(environmentOf(path, campaigns)))
    const own = {
      ...calls,
      'list 25': get(`${path}?page=1&limit=25`),
      'list 250': get(`${path}?page=1&limit=250`),
      'create 1': { ...calls['create 1'], body: JSON.stringify(items(1)[0]) },
    }
    const options = ['--hostname', '127.0.0.1', '--disable-log-to-file', '--admin-api-token', 'bench']
    const bin = installed('@mockoon/cli/bin/run.js')
    const args = (port: number) => [bin, 'start', '--data', file, '--port', `${port}`, ...options]
    return {
      program: { command: process.execPath, args, folder, environment: production },
      calls: own,
      reset: { method: 'POST', path: '/mockoon-admin/data-buckets/purge' },
    }
  },
}

/** The newest version of the format that the pinned release supports. */
const lastMigration = 33

function environmentOf(path: string, campaigns: readonly unknown[]) {
  const route = randomUUID()
  const bucket = {
    uuid: randomUUID(),
    id: 'campaigns',
    name: 'campaigns',
    documentation: '',
    value: JSON.stringify(campaigns),
  }
  const response = {
    uuid: randomUUID(),
    statusCode: 200,
    bodyType: 'DATABUCKET',
    databucketID: bucket.id,
    disableTemplating: true,
    default: true,
    crudKey: 'id',
  }
  return {
    uuid: randomUUID(),
    lastMigration,
    name: 'bench',
    data: [bucket],
    routes: [{ uuid: route, type: 'crud', endpoint: path.slice(1), responses: [response], responseMode: null }],
    rootChildren: [{ type: 'route', uuid: route }],
  }
}
