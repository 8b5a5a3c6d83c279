import {
  type ConversionChannel,
  type ConversionSource,
  type ConversionType,
  conversionChannels,
  conversionSources,
  conversionTypes,
} from './conversion-types.ts'
import { devicePairs } from './devices.ts'
import type { FigureColumn } from './figure-column.ts'
import type { ConversionAspect, ConversionQuantity } from './quantities.ts'

/** Which conversions of a type are meant. */
interface Part {
  readonly type: ConversionType
  readonly sources: readonly ConversionSource[]
  readonly channels: readonly ConversionChannel[]
}

const micro = 1_000_000
const clicks = ['clicks', 'earnedClicks'] as const
const types = conversionTypes.map(({ name }) => name)

/** Returns the quantities of an aspect of conversions. */
const quantitiesOf = ({ type, sources, channels }: Part, aspect: ConversionAspect): readonly ConversionQuantity[] =>
  sources.flatMap((source) => channels.map((channel): ConversionQuantity => `${type}/${source}/${channel}/${aspect}`))

/** The columns of conversions of a type on some channels: by source and of all, and what they cost and earn. */
function columnsOf(
  type: ConversionType,
  channels: readonly ConversionChannel[],
  channel = '',
): [string, FigureColumn][] {
  const name = type.toUpperCase()
  const all = { type, sources: conversionSources, channels }
  return [
    ...countsOf(`TOTAL_${channel}${name}`, all),
    ...conversionSources.flatMap((source) =>
      countsOf(`TOTAL_${channel}${source.toUpperCase()}_${name}`, { ...all, sources: [source] }),
    ),
    [`${channel}${name}_COST_PER_ACTION`, { sum: ['spend'], by: quantitiesOf(all, 'number'), times: 1 / micro }],
    [`${channel}${name}_ROAS`, { sum: quantitiesOf(all, 'value'), by: ['spend'] }],
    [`TOTAL_${channel}${name}_CONVERSION_RATE`, { sum: quantitiesOf(all, 'number'), by: clicks }],
  ]
}

const countsOf = (name: string, part: Part): [string, FigureColumn][] => [
  [name, { sum: quantitiesOf(part, 'number') }],
  [`${name}_VALUE_IN_MICRO_DOLLAR`, { sum: quantitiesOf(part, 'value') }],
  [`${name}_QUANTITY`, { sum: quantitiesOf(part, 'quantity') }],
]

/** The columns that part the conversions of a type by the device of the ad and that of the conversion. */
const deviceColumnsOf = (type: ConversionType): [string, FigureColumn][] =>
  devicePairs.map(([from, to]) => [
    `TOTAL_${type}_${from}_ACTION_TO_${to}_CONVERSION`.toUpperCase(),
    { sum: [`${type}/${from}>${to}`] },
  ])

const everything = (aspect: ConversionAspect): FigureColumn => ({
  sum: types.flatMap((type) =>
    quantitiesOf({ type, sources: conversionSources, channels: conversionChannels }, aspect),
  ),
})
const leads = { type: 'lead', sources: conversionSources, channels: conversionChannels } as const

/** The columns of conversions, by name. */
export const conversionColumns: Readonly<Record<string, FigureColumn>> = {
  ...Object.fromEntries(
    types.flatMap((type) => [
      ...columnsOf(type, conversionChannels),
      ...deviceColumnsOf(type),
      ...conversionChannels.flatMap((channel) => columnsOf(type, [channel], `${channel.toUpperCase()}_`)),
    ]),
  ),
  TOTAL_CONVERSIONS: everything('number'),
  TOTAL_CONVERSIONS_VALUE_IN_MICRO_DOLLAR: everything('value'),
  TOTAL_CONVERSIONS_QUANTITY: everything('quantity'),
  LEADS: { sum: quantitiesOf(leads, 'number') },
  COST_PER_LEAD: { sum: ['spend'], by: quantitiesOf(leads, 'number'), times: 1 / micro },
}
