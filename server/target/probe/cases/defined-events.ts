import type { ProbeCall, ProbeCase } from '../probe-case.ts'

const sending = (operation: string, mapped_conversion_type = 'LEAD'): ProbeCall => ({
  operation: `advertiser_defined_events/${operation}`,
  body: { items: [{ name: '{{name}}', mapped_conversion_type }] },
})
const defined = { setup: [{ as: 'event', ...sending('create') }] }

/** Names of events that the advertiser defines, of which nothing is ever sent. */
export const definedEventCases: readonly ProbeCase[] = [
  {
    rule: 'advertiser_defined_event.name.unique',
    refused: { ...defined, ...sending('create') },
    passes: sending('create'),
  },
  {
    rule: 'advertiser_defined_event.exists',
    refused: sending('update'),
    passes: { ...defined, ...sending('update', 'CHECKOUT') },
  },
]
