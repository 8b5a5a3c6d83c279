import { z } from 'zod'
import { found } from '#server/domain/errors/found.ts'
import { batchOf, batchReply, replyToBatch } from '#server/http/responses/batch.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath, LongId } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { leadFormTable, listLeadForms } from './repository.ts'
import { leadFormErrors } from './resource.ts'
import {
  LeadForm,
  LeadFormCreate,
  LeadFormException,
  LeadFormListQuery,
  LeadFormPage,
  LeadFormTest,
  LeadFormTestReply,
  LeadFormUpdate,
} from './schema.ts'
import { changeLeadForm, createLeadForm, testLeadForm } from './service.ts'

const LeadFormPath = AdAccountPath.extend({ lead_form_id: LongId.meta({ description: 'Lead form ID.' }) })
const BatchReply = batchReply(LeadForm, z.array(LeadFormException))

/** Adds the operations on lead forms. */
export function leadFormRoutes(app: Operations): void {
  app.operation('lead_forms/list', {
    summary: 'List lead forms',
    description: 'A page of the lead forms of an ad account, by id.',
    schema: { params: AdAccountPath, querystring: LeadFormListQuery, response: { 200: LeadFormPage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { order = 'ASCENDING' } = query
      const filters = { ad_account_id, order }
      const page = requestedPage({ operation, query }, filters)
      requireAdAccount(world, ad_account_id)
      const rows = listLeadForms(world.db, filters, page)
      return replyWithPage(reply, page, rows, ({ json }) => json)
    },
  })

  app.operation('lead_forms/create', {
    summary: 'Create lead forms',
    description: "Up to 30 at once. What is right is stored; what is wrong comes back as that item's exceptions.",
    schema: { params: AdAccountPath, body: batchOf(LeadFormCreate), response: { 200: BatchReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      return replyToBatch(request, reply, {
        items: body,
        each: (item) => createLeadForm(world, account, item),
        text: ({ json }) => json,
        style: 'leadForms',
      })
    },
  })

  app.operation('lead_forms/update', {
    summary: 'Update lead forms',
    description: 'Up to 30 at once; what is not sent stays.',
    schema: { params: AdAccountPath, body: batchOf(LeadFormUpdate), response: { 200: BatchReply } },
    handler: (request, reply) => {
      const { params, body, world } = request
      const account = requireAdAccount(world, params.ad_account_id)
      return replyToBatch(request, reply, {
        items: body,
        each: (item) => changeLeadForm(world, account, item),
        text: ({ json }) => json,
        style: 'leadForms',
      })
    },
  })

  app.operation('lead_form/get', {
    summary: 'Get a lead form',
    description: 'One lead form of the ad account.',
    schema: { params: LeadFormPath, response: { 200: LeadForm } },
    handler: ({ params: { ad_account_id, lead_form_id }, world }, reply) => {
      requireAdAccount(world, ad_account_id)
      const row = found(leadFormTable.find(world.db, ad_account_id, lead_form_id), leadFormErrors['lead_form.path'])
      return sendJson(reply, row.json)
    },
  })

  app.operation('lead_form_test/create', {
    summary: 'Test a lead form',
    description: 'Takes answers as if somebody had filled in the form. They are delivered to nobody.',
    schema: { params: LeadFormPath, body: LeadFormTest, response: { 200: LeadFormTestReply } },
    handler: ({ params: { ad_account_id, lead_form_id }, body, world }, reply) => {
      requireAdAccount(world, ad_account_id)
      const form = leadFormTable.find(world.db, ad_account_id, lead_form_id)
      const subscription_id = testLeadForm(world, found(form, leadFormErrors['lead_form.test-path']), body)
      return sendJson(reply, JSON.stringify({ subscription_id }))
    },
  })
}
