import { z } from 'zod'
import { routesFor } from '#server/collections/routes-for.ts'
import { batchOf, batchReply } from '#server/http/responses/batch.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { leadFormTable } from './repository.ts'
import { leadFormErrors } from './resource.ts'
import {
  LeadForm,
  LeadFormCreate,
  LeadFormException,
  LeadFormListQuery,
  LeadFormPage,
  LeadFormPath,
  LeadFormUpdate,
} from './schema.ts'
import { changeLeadForm, createLeadForm } from './service.ts'

const BatchReply = batchReply(LeadForm, z.array(LeadFormException))

const leadForms = routesFor({ owner: adAccountOwner, table: leadFormTable })
const leadForm = leadForms.entity(LeadFormPath, leadFormErrors['lead_form.path'])

/** Adds the operations on lead forms. */
export function leadFormRoutes(app: Operations): void {
  app.operation('lead_forms/list', {
    summary: 'List lead forms',
    description: "Returns a page of the ad account's lead forms, ordered by id.",
    ...leadForms.list(LeadFormListQuery, LeadFormPage),
  })

  app.operation('lead_forms/create', {
    summary: 'Create lead forms',
    description: 'Creates up to 30 entities. Valid items are stored. An invalid item is answered with its exceptions.',
    ...leadForms.batch(batchOf(LeadFormCreate), BatchReply, 'leadForms', createLeadForm),
  })

  app.operation('lead_forms/update', {
    summary: 'Update lead forms',
    description: 'Updates up to 30 entities. Fields that are absent keep their value.',
    ...leadForms.batch(batchOf(LeadFormUpdate), BatchReply, 'leadForms', changeLeadForm),
  })

  app.operation('lead_form/get', {
    summary: 'Get a lead form',
    description: 'Returns one lead form of the ad account.',
    ...leadForm.get(LeadForm),
  })
}
