import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { LongText } from '#server/http/schema/fields.ts'
import { adTable } from '../ads/repository.ts'
import { leadFormTable } from '../lead-forms/repository.ts'
import { createLead } from './service.ts'

const Answers = z.object({
  answers: z
    .array(LongText)
    .optional()
    .meta({ description: 'Answers in the order of the questions. Absent: those of an invented person.' }),
})

/** The seed section of leads, each of a lead form, and of an ad with that form. They are not delivered. */
export const leadSeed = seedSection({
  name: 'leads',
  creation: Answers,
  shape: { lead_form: aliasOf('lead_forms'), ad: aliasOf('ads').optional() },
  create({ world, named, parsed, refuse }, { lead_form, ad, ...item }) {
    const { id, account } = named('lead_forms', lead_form)
    const form = leadFormTable.find(world.db, account.id, id) ?? refuse(`there is no lead form '${lead_form}'`)
    const adId = ad === undefined ? null : named('ads', ad).id
    if (adId !== null) {
      const row = adTable.find(world.db, account.id, adId)
      if (row === undefined || JSON.parse(row.json).lead_form_id !== id) refuse(`the ad '${ad}' has another lead form`)
    }
    const { answers } = parsed(Answers, item)
    return { id: createLead(world, { form, adId, answers }).id, account }
  },
})
