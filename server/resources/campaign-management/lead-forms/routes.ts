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
  LeadFormTest,
  LeadFormTestReply,
  LeadFormUpdate,
} from './schema.ts'
import { changeLeadForm, createLeadForm, testLeadForm } from './service.ts'

const BatchReply = batchReply(LeadForm, z.array(LeadFormException))

const leadForms = routesFor({ owner: adAccountOwner, table: leadFormTable })
const leadForm = leadForms.entity(LeadFormPath, leadFormErrors['lead_form.path'])
const testedForm = leadForms.entity(LeadFormPath, leadFormErrors['lead_form.test-path'])

/** Adds the operations on lead forms. */
export function leadFormRoutes(app: Operations): void {
  app.operation('lead_forms/list', {
    summary: 'List lead forms',
    description: 'A page of the lead forms of an ad account, by id.',
    ...leadForms.list(LeadFormListQuery, LeadFormPage),
  })

  app.operation('lead_forms/create', {
    summary: 'Create lead forms',
    description: "Up to 30 at once. What is right is stored; what is wrong comes back as that item's exceptions.",
    ...leadForms.batch(batchOf(LeadFormCreate), BatchReply, 'leadForms', createLeadForm),
  })

  app.operation('lead_forms/update', {
    summary: 'Update lead forms',
    description: 'Up to 30 at once; what is not sent stays.',
    ...leadForms.batch(batchOf(LeadFormUpdate), BatchReply, 'leadForms', changeLeadForm),
  })

  app.operation('lead_form/get', {
    summary: 'Get a lead form',
    description: 'One lead form of the ad account.',
    ...leadForm.get(LeadForm),
  })

  app.operation('lead_form_test/create', {
    summary: 'Test a lead form',
    description: 'Takes answers as if somebody had filled in the form. They are delivered to nobody.',
    ...testedForm.call(LeadFormTest, LeadFormTestReply, testLeadForm),
  })
}
