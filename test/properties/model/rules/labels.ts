import type { Label, State } from './state.ts'
import { isFinal } from './status.ts'
import { Objections, refused, type Verdict } from './verdict.ts'

const most = { BRAND: 1, CUSTOM: 30 } as const

/** What a caller may send about a label. */
export type SentLabel = {
  readonly label_type?: Label['label_type']
  readonly value?: string
  readonly status?: Label['status']
}

/** What becomes of a label that is created. */
export function createLabel(state: State, sent: SentLabel): Verdict<Label> {
  const row: Label = { id: '', label_type: sent.label_type ?? 'CUSTOM', value: sent.value ?? '', status: 'ACTIVE' }
  const objections = new Objections()
  objections.when(!state.features.labels, 'no access')
  objections.when(taken(state, row), 'taken')
  return objections.verdict(row)
}

/** What becomes of a label that is changed. */
export function updateLabel(state: State, id: string, sent: SentLabel): Verdict<Label> {
  if (!state.features.labels) return refused('no access')
  const before = state.labels.get(id)
  if (!before) return refused('no such label', 2)
  const row: Label = {
    ...before,
    ...(sent.value && { value: sent.value }),
    ...(sent.status && { status: sent.status }),
  }
  const objections = new Objections()
  objections.when(taken(state, row), 'taken')
  if (before.status === 'ARCHIVED' && row.status === 'ACTIVE') {
    const full = [...(state.labelled.get(id) ?? [])].some((campaign) => isFull(state, campaign, row.label_type))
    objections.when(full, 'a campaign has too many labels then')
  }
  return objections.verdict(row)
}

const taken = (state: State, row: Label): boolean =>
  [...state.labels.values()].some(
    ({ id, label_type, value }) => id !== row.id && label_type === row.label_type && value === row.value,
  )

/** Whether a campaign has as many active labels of a type as it takes. */
function isFull(state: State, campaign: string, type: Label['label_type']): boolean {
  const active = [...state.labels.values()].filter(
    ({ id, label_type, status }) =>
      label_type === type && status === 'ACTIVE' && state.labelled.get(id)?.has(campaign) === true,
  )
  return active.length >= most[type]
}

/** What becomes of one campaign that a label is put on: the status of the answer, and whether an error goes with it. */
export function apply(
  state: State,
  id: string,
  campaign: string,
): { readonly status: string; readonly error: boolean } {
  const label = state.labels.get(id)
  const on = state.labelled.get(id)
  const row = state.campaigns.get(campaign)
  if (!label || !on || !row || isFinal(row.status) || !state.features.labels) return { status: 'NULL', error: true }
  if (label.status === 'ARCHIVED') return { status: 'ARCHIVED', error: false }
  if (!on.has(campaign) && isFull(state, campaign, label.label_type)) return { status: 'NULL', error: true }
  on.add(campaign)
  return { status: 'ACTIVE', error: false }
}

/** What becomes of one campaign that a label is taken from. */
export function remove(
  state: State,
  id: string,
  campaign: string,
): { readonly status: string; readonly error: boolean } {
  const row = state.campaigns.get(campaign)
  const gone = !row || isFinal(row.status) || !state.features.labels
  if (gone || !state.labelled.get(id)?.delete(campaign)) return { status: 'NULL', error: true }
  return { status: 'ARCHIVED', error: false }
}
