import { secondsOfDay, timeText } from '#server/domain/time/clock.ts'
import { csvLine } from '#server/http/responses/csv-cell.ts'
import type { World } from '#server/worlds/world.ts'
import { adTable } from '../ads/repository.ts'
import { leadFormTable } from '../lead-forms/repository.ts'
import type { LeadForm } from '../lead-forms/schema.ts'
import { leadsOfAd } from '../leads/repository.ts'
import { leadOf } from '../leads/service.ts'
import type { LeadsExportRow } from './repository.ts'

const day = 86_400

/** For how long leads can be exported after they were submitted, in seconds (F145). */
const leadsLast = 30 * day

/**
 * Yields the file of an export in CSV (assumed): a line with the names of the columns, then a line for each lead. The
 * answers stand in a column for each question of the ad's lead form, by its type, or its text where it is a CUSTOM one.
 */
export async function* leadsDocument(world: World, row: LeadsExportRow): AsyncGenerator<string> {
  const questions = questionsOf(world, row).map(({ question_type, custom_question_label }) => ({
    type: question_type ?? 'CUSTOM',
    label: custom_question_label ?? null,
  }))
  yield csvLine([...columns, ...questions.map(({ type, label }) => label ?? type)])
  const from = Math.max(secondsOfDay(row.start_date), world.clock.seconds() - leadsLast)
  const to = secondsOfDay(row.end_date) + day - 1
  for await (const leads of leadsOfAd(() => world.readable, { adId: row.ad_id, from, to })) {
    let text = ''
    for (const lead of leads) {
      const { answers } = leadOf(lead)
      const answerTo = ({ type, label }: (typeof questions)[number]): string | undefined =>
        answers.find((one) => one.question_type === type && one.label === label)?.answer
      const { id, created_time, ad_account_id, lead_form_id, ad_id } = lead
      const own = [id, timeText(created_time), ad_account_id, ad_id, lead_form_id]
      text += csvLine([...own, ...questions.map(answerTo)])
    }
    yield text
  }
}

const columns = ['lead_id', 'created_time', 'ad_account_id', 'ad_id', 'lead_form_id']

function questionsOf({ readable }: World, { ad_account_id, ad_id }: LeadsExportRow): LeadForm['questions'] {
  const ad = adTable.find(readable, ad_account_id, ad_id)
  const { lead_form_id = null } = ad === undefined ? {} : JSON.parse(ad.json)
  const form = lead_form_id === null ? undefined : leadFormTable.find(readable, ad_account_id, lead_form_id)
  return form === undefined ? [] : JSON.parse(form.json).questions
}
