import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { rowById } from '#db/rows.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { Id, LongId, LongText } from '#server/http/schema/fields.ts'
import {
  createLead,
  deliveriesOf,
  Lead,
  LeadDelivery,
  type LeadRow,
  leadFormTable,
  leadOf,
  leadTable,
  listLeads,
} from '#server/registry/leads.ts'
import type { World } from '#server/worlds/world.ts'
import { controlRoute } from '../protocol/route.ts'
import { Moment } from '../protocol/time-fields.ts'

const NewLead = z
  .strictObject({
    lead_form_id: LongId.optional().meta({ description: 'Lead form; that of the ad when absent.' }),
    ad_id: LongId.optional().meta({ description: 'Ad with a lead form; none when absent.' }),
    answers: z
      .array(LongText)
      .optional()
      .meta({ description: 'Answers in the order of the questions; those of an invented person when absent.' }),
    created_time: Moment.optional(),
  })
  .meta({ id: 'NewLead', example: { lead_form_id: '7765300000101', answers: ['reader@example.com'] } })

const DeliveredLead = Lead.extend({
  deliveries: z.array(LeadDelivery).meta({ description: 'One for each subscription to the lead form.' }),
}).meta({ id: 'DeliveredLead', description: 'A lead, with its deliveries to webhooks.' })

const LeadPath = z.object({ lead_id: Id })
const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(1000)
  .default(100)
  .meta({ description: 'Maximum number of leads. The latest are selected.' })

/** Adds the routes of leads: what people answered to lead forms, and what webhooks received of it. */
export function leadRoutes(app: FastifyInstance): void {
  controlRoute(app, {
    method: 'GET',
    url: '/leads',
    tag: 'leads',
    summary: 'List leads',
    description: 'Returns the leads of this world in the order of their ids, with their deliveries.',
    schema: { querystring: z.object({ limit }), response: { 200: z.object({ items: z.array(DeliveredLead) }) } },
    handler: async ({ world, query }, reply) => {
      await deliveriesOf(world).flush()
      return reply.send({ items: listLeads(world.readable, query.limit).map((row) => shown(world, row)) })
    },
  })

  controlRoute(app, {
    method: 'POST',
    url: '/leads',
    tag: 'leads',
    changesData: true,
    summary: 'Make a lead',
    description:
      'Stores a lead as if a person had answered a lead form, and sends it to the webhooks that subscribe to the form, on this machine or where `--webhook-hosts` allows. Answers after the first attempts.',
    schema: { body: NewLead, response: { 200: DeliveredLead } },
    handler: async ({ world, body, server }, reply) => {
      const { form, adId } = formOf(world, body)
      const createdTime = body.created_time === undefined ? undefined : Math.floor(body.created_time / 1000)
      const lead = world.write(() => createLead(world, { form, adId, answers: body.answers, createdTime }))
      await deliveriesOf(world).start(lead, server.webhookHosts)
      return reply.send(shown(world, lead))
    },
  })

  controlRoute(app, {
    method: 'GET',
    url: '/leads/:lead_id',
    tag: 'leads',
    summary: 'Get a lead',
    description: "Returns a lead with its deliveries. Attempts that are due by the world's clock are made before.",
    schema: { params: LeadPath, response: { 200: DeliveredLead } },
    handler: async ({ world, params }, reply) => {
      const lead = leadNamed(world, params.lead_id)
      await deliveriesOf(world).flush()
      return reply.send(shown(world, lead))
    },
  })

  controlRoute(app, {
    method: 'POST',
    url: '/leads/:lead_id/deliver',
    tag: 'leads',
    changesData: true,
    summary: 'Deliver a lead again',
    description: 'Sends a lead to the webhooks that subscribe to its form, whatever became of it before.',
    schema: { params: LeadPath, response: { 200: DeliveredLead } },
    handler: async ({ world, params, server }, reply) => {
      const lead = leadNamed(world, params.lead_id)
      await deliveriesOf(world).start(lead, server.webhookHosts)
      return reply.send(shown(world, lead))
    },
  })
}

const shown = (world: World, row: LeadRow) => ({ ...leadOf(row), deliveries: deliveriesOf(world).of(row.id) })

function leadNamed({ readable }: World, id: string): LeadRow {
  const lead = leadTable.findAnywhere(readable, id)
  if (lead === undefined) throw new ApiError('control.entity', { detail: `the lead ${id}` })
  return lead
}

/** Returns the lead form that a lead is to, and its ad; throws where one is unknown or they do not belong together. */
function formOf({ db }: World, { lead_form_id, ad_id }: z.output<typeof NewLead>) {
  const ad = ad_id === undefined ? undefined : rowById(db, 'ads', ad_id)
  if (ad_id !== undefined && ad === undefined) throw refused(`ad_id: there is no ad ${ad_id}`)
  const ofAd: unknown = ad && JSON.parse(String(ad.json)).lead_form_id
  const formId = lead_form_id ?? ofAd
  if (typeof formId !== 'string') throw refused('lead_form_id or ad_id is needed, the latter of an ad with a lead form')
  const form = leadFormTable.findAnywhere(db, formId)
  if (form === undefined) throw refused(`lead_form_id: there is no lead form ${formId}`)
  if (ad !== undefined && ofAd !== formId) throw refused(`ad_id: the ad ${ad_id} has the lead form ${ofAd}`)
  return { form, adId: ad_id ?? null }
}

const refused = (detail: string): ApiError => new ApiError('request.schema', { detail })
