// Writes described.json: of every operation of the official description, the objects of its body that are closed.
// Run when a newer description is published: node test/contract/closed/describe.ts PATH-TO-OFFICIAL-DESCRIPTION
import { readFileSync, writeFileSync } from 'node:fs'
import { closedObjectsIn } from '#openapi/closed-objects.ts'

const [, , path = ''] = process.argv
const closed = closedObjectsIn(JSON.parse(readFileSync(path, 'utf8')))
writeFileSync(new URL('described.json', import.meta.url), `${JSON.stringify(closed, undefined, 2)}\n`)
