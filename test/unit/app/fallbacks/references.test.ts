import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openFallbacks } from '#server/app/fallbacks/open-fallbacks.ts'
import { UsageError } from '#server/config/usage-error.ts'
import type { Fallbacks } from '#server/http/implementation.ts'

const head = { openapi: '3.1.0', info: { version: '9.1' } }

/** Opens a description that is written as a text, or as JSON. */
async function opened(t: Test, content: unknown, name = 'contract.json'): Promise<Fallbacks> {
  const contract = join(t.testdir({}), name)
  writeFileSync(contract, typeof content === 'string' ? content : JSON.stringify(content))
  return openFallbacks({ contract }, () => true)
}

/** Expects that a description is refused as an option is, with a message. */
async function refused(t: Test, content: unknown, message: RegExp, name?: string): Promise<void> {
  await t.rejects(opened(t, content, name), { constructor: UsageError, message })
}

const withSchema = (schema: unknown): object => ({
  ...head,
  paths: { '/moods': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } } },
})

t.test('a file that cannot be read is refused', async (t) => {
  await t.rejects(
    openFallbacks({ contract: join(t.testdir({}), 'none.json') }, () => true),
    {
      constructor: UsageError,
      message: /^--contract cannot be read: ENOENT.*none\.json/,
    },
  )
  await t.rejects(
    openFallbacks({ contract: t.testdir({}) }, () => true),
    { message: /cannot be read: EISDIR/ },
  )
})

t.test('what is no description of OpenAPI 3 is refused', async (t) => {
  await refused(t, '{"openapi": }', /--contract: .*contract\.json.*1.*is not JSON/)
  await refused(t, 'a: [', /--contract: .*contract\.yaml/, 'contract.yaml')
  await refused(t, '[]', /it has no object at its top/)
  await refused(t, '{}', /is no description of OpenAPI 3\.0 or 3\.1\./)
  await refused(t, { swagger: '2.0', paths: {} }, /is no description of OpenAPI 3\.0 or 3\.1, but of 2\.0/)
  await refused(t, { openapi: '3.0.3' }, /has no paths/)
  await refused(t, `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`, /more than 200 lists and objects in each other/)
})

t.test('a description that refers outside itself is refused, and nothing is fetched', async (t) => {
  for (const $ref of ['https://example.com/a.json#/x', 'other.yaml#/components/schemas/Mood', './other.yaml']) {
    await refused(t, withSchema({ properties: { one: { $ref } } }), /refers outside itself, and nothing is fetched: /)
  }
  const six = Object.fromEntries([1, 2, 3, 4, 5, 6].map((one) => [`p${one}`, { $ref: `o${one}.yaml` }]))
  await refused(t, withSchema({ properties: six }), /o1\.yaml.*o5\.yaml and 1 more\. Bundle it into one file/)
})

t.test('references that lead nowhere, or in a circle of references alone, are refused', async (t) => {
  await refused(t, withSchema({ $ref: '#/components/schemas/None' }), /refers to what it does not have: #\/components/)
  await refused(t, withSchema({ $ref: '#mood' }), /refers to what it does not have: #mood/)
  const schemas = { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } }
  await refused(t, { ...head, paths: {}, components: { schemas } }, /lead to themselves: #\/components\/schemas\/A|B/)
})

t.test('a schema that is none is refused, with the operation that has it', async (t) => {
  await refused(t, withSchema({ type: 'strang' }), /has a schema of GET \/moods that is none: \/type must be equal/)
  await refused(t, withSchema({ pattern: '(' }), /has a schema of GET \/moods that is none: Invalid regular expression/)
})

t.test('data and fields that are called $ref are no references', async (t) => {
  const schema = {
    type: 'object',
    properties: { example: { type: 'string' }, $ref: { type: 'string' } },
    example: { $ref: 'https://example.com' },
    'x-note': { $ref: 'elsewhere' },
  }
  t.ok((await opened(t, withSchema(schema))).find({ method: 'GET', path: '/moods', query: '' }, undefined))
})

t.test('YAML is read, and a description may refer to any place of its own', async (t) => {
  const yaml = [
    'openapi: 3.0.3',
    'paths:',
    '  /v5/moods/{id}: { $ref: "#/x-items/mood" }',
    'x-items:',
    '  mood: { get: { operationId: moods/get, responses: { 200: { $ref: "#/components/responses/Mood~1Calm" } } } }',
    'components: { responses: { Mood/Calm: { description: calm } } }',
  ].join('\n')
  const fallbacks = await opened(t, yaml, 'contract.yml')
  const found = fallbacks.find({ method: 'GET', path: '/moods/7', query: '' }, undefined)
  t.match(found, { params: { id: '7' }, implementation: { operation: { id: 'moods/get', path: '/moods/{id}' } } })
  t.strictSame(fallbacks.methodsOn('/moods/7'), ['GET'])
  t.equal(fallbacks.find({ method: 'GET', path: '/moods', query: '' }, undefined), undefined)
})
