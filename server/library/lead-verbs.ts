import type { Control } from './control.ts'
import type { DeliveredLead, NewLead as NewLeadBody } from './generated/control.ts'

/**
 * A lead: the answers of one person to a lead form, and its deliveries to webhooks with each attempt.
 *
 * @example
 * const { items }: { items: readonly Lead[] } = await mock.leads.list()
 * console.log(items[0].answers.map(({ question_type, answer }) => `${question_type} ${answer}`))
 */
export type Lead = DeliveredLead

/**
 * What a new lead is made of: a lead form, or an ad that has one. `answers` stand in the order of the questions; without
 * them an invented person answers.
 *
 * @example
 * const lead: NewLead = { lead_form_id: '7765300000101', answers: ['reader@example.com'] }
 * await mock.leads.create(lead)
 */
export type NewLead = NewLeadBody

/** Creates the verbs on leads. */
export const leadVerbs = (control: Control) => ({
  /**
   * Makes a lead, and sends it to the webhooks that subscribe to its form. Resolves after the first attempts.
   *
   * @throws ControlError for an unknown form or ad, and for another number of answers than the form has questions.
   * @example
   * const { deliveries } = await mock.leads.create({ lead_form_id: '7765300000101' })
   * console.log(deliveries[0].state)
   */
  create: (lead: NewLead): Promise<Lead> => control('POST', '/leads', lead),

  /**
   * Returns the latest leads with their deliveries. Attempts that are due by the clock are made before.
   *
   * @param options `limit`: the most leads; 100 when absent.
   * @example
   * const { items } = await mock.leads.list({ limit: 10 })
   */
  list: ({ limit }: { limit?: number } = {}): Promise<{ items: Lead[] }> =>
    control('GET', limit === undefined ? '/leads' : `/leads?limit=${limit}`),

  /**
   * Returns a lead with its deliveries. Attempts that are due by the clock are made before.
   *
   * @throws ControlError where the world has no such lead.
   * @example
   * const { items } = await mock.leads.list()
   * const { deliveries } = await mock.leads.get(items[0].id)
   */
  get: (id: string): Promise<Lead> => control('GET', `/leads/${encodeURIComponent(id)}`),

  /**
   * Sends a lead again to the webhooks that subscribe to its form, whatever became of it before.
   *
   * @throws ControlError where the world has no such lead.
   * @example
   * const { items } = await mock.leads.list()
   * await mock.leads.deliver(items[0].id)
   */
  deliver: (id: string): Promise<Lead> => control('POST', `/leads/${encodeURIComponent(id)}/deliver`),
})
