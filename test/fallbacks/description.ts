import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Test } from 'tap'
import type { Operation } from '#openapi/operations.ts'
import { openFallbacks } from '#server/app/fallbacks/open-fallbacks.ts'
import { implementedOperations } from '#server/registry/operations.ts'
import { type Json, type Mock, type MockOptions, mock } from '../support/mock.ts'

/** A description of operations that this server lacks, beside one that it has. */
export const description: Json = {
  openapi: '3.0.3',
  info: { title: 'A newer version', version: '5.40.0' },
  paths: {
    '/ad_accounts': {
      get: {
        operationId: 'ad_accounts/list',
        responses: { 200: json({ example: { items: ['of the description'] } }) },
      },
    },
    '/ad_accounts/{ad_account_id}/moods': {
      parameters: [
        { name: 'ad_account_id', in: 'path', required: true, schema: { type: 'string', pattern: '^\\d+$' } },
      ],
      get: {
        operationId: 'moods/list',
        tags: ['moods'],
        security: [{ pinterest_oauth2: ['ads:read', 'moods:read'] }],
        parameters: [
          { $ref: '#/components/parameters/PageSize' },
          { name: 'kinds', in: 'query', schema: { type: 'array', items: { $ref: '#/components/schemas/Kind' } } },
          { name: 'bookmark', in: 'query', schema: { type: 'string' } },
        ],
        responses: {
          200: json({
            type: 'object',
            required: ['items', 'bookmark'],
            properties: {
              items: { type: 'array', minItems: 2, items: { $ref: '#/components/schemas/Mood' } },
              bookmark: { type: 'string', nullable: true },
            },
          }),
        },
      },
      post: {
        operationId: 'moods/create',
        security: [{ pinterest_oauth2: ['ads:write'] }],
        requestBody: { required: true, ...json({ $ref: '#/components/schemas/Mood' }) },
        responses: {
          201: {
            content: { 'application/json': { schema: { $ref: '#/components/schemas/Mood' }, example: { id: '7' } } },
          },
        },
      },
    },
    '/ad_accounts/{ad_account_id}/moods/{mood_id}': {
      delete: { operationId: 'moods/delete', responses: { 204: { description: 'Gone' } } },
    },
    '/ad_accounts/{ad_account_id}/campaigns/moods': {
      get: { operationId: 'campaigns/moods', responses: { 200: json({ type: 'object', example: { campaigns: 3 } }) } },
    },
  },
  components: {
    parameters: {
      PageSize: { name: 'page_size', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 250 } },
    },
    schemas: {
      Kind: { type: 'string', enum: ['CALM', 'LOUD'] },
      Mood: {
        type: 'object',
        required: ['id', 'kind', 'color'],
        properties: {
          id: { type: 'string', pattern: '^\\d+$', readOnly: true },
          kind: { $ref: '#/components/schemas/Kind' },
          color: { type: 'string', pattern: '^#[0-9A-F]{6}$' },
          strength: { type: 'integer', minimum: 1, maximum: 10, nullable: true },
          parent: { $ref: '#/components/schemas/Mood' },
        },
      },
    },
  },
}

function json(schema: Json): Json {
  return { content: { 'application/json': { schema } } }
}

/** A server that answers by a description what it lacks. */
export async function mockBy(t: Test, content: Json = description, options: MockOptions = {}): Promise<Mock> {
  const contract = join(t.testdir({}), 'contract.json')
  writeFileSync(contract, typeof content === 'string' ? content : JSON.stringify(content))
  const without = options.without ?? []
  const isImplemented = ({ id }: Operation): boolean => implementedOperations.has(id) && !without.includes(id)
  return mock(t, { ...options, fallbacks: await openFallbacks({ contract }, isImplemented) })
}
