import { z } from 'zod'
import { batchOf } from '../server/http/responses/batch.ts'
import { CampaignCreate } from '../server/resources/campaign-management/campaigns/schema.ts'
import type { Question } from './facts.ts'
import type { TwinRoute } from './servers.ts'

/** A route of bare Fastify with its name in the results. */
export interface NamedRoute extends TwinRoute {
  readonly name: string
}

const url = '/v5/ad_accounts/:ad_account_id/campaigns'

/** Our schema as a JSON Schema that ajv accepts. */
const body = z.toJSONSchema(batchOf(CampaignCreate), {
  target: 'draft-07',
  io: 'input',
  override: ({ jsonSchema }) => {
    delete jsonSchema.example
  },
})

const text = { name: 'bare Fastify, finished text', url, from: 'text' } as const
const object = { name: 'bare Fastify, JSON.stringify', url, from: 'object' } as const
const schema = { name: 'bare Fastify, compiled serializer', url, from: 'schema' } as const
const headed = { name: 'bare Fastify, finished text and our headers', url, from: 'text', hasHeaders: true } as const
const ajv = { name: 'bare Fastify with ajv, finished text', url, body, from: 'text' } as const
const ofOne = (route: NamedRoute): NamedRoute => ({ ...route, url: `${url}/:campaign_id` })

/** The bare Fastify routes that answer each question; ratios are to the first. */
export const bareRoutes: Readonly<Record<Question, readonly NamedRoute[]>> = {
  'get 1': [ofOne(text), ofOne(headed), ofOne(object)],
  'list 25': [schema, object, text],
  'list 250': [schema, object, text],
  'create 1': [ajv],
  'create 30': [ajv],
}
