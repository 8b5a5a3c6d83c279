import { z } from 'zod'
import { LongId, text } from '#server/http/schema/fields.ts'
import { currencies } from '#server/resources/accounts/ad-accounts/values.ts'

const windows = ['1d', '7d', '30d', 'lifetime'] as const

/** The request body of an attributed event. */
export const MsotEvent = z
  .strictObject({
    event_id: text(256).meta({ description: 'Id of the event, as conversion events have it.' }),
    event_name: z.enum(['add_to_cart', 'checkout', 'lead', 'signup']),
    event_timestamp: z.int().meta({ description: 'Unix time in seconds of the conversion.' }),
    ad_group_id: LongId.meta({ description: 'Ad group that the event is attributed to; it need not exist.' }),
    campaign_id: LongId.nullish().meta({ description: 'Campaign of the ad group; it need not exist.' }),
    action_timestamps: z.array(z.int()).nullish().meta({ description: 'Unix times in seconds of the ad actions.' }),
    attribution_model: z.enum(['first_touch', 'last_touch', 'multi_touch']).nullish(),
    attribution_scope: z.enum(['view', 'engagement', 'click']).nullish(),
    attribution_score: z
      .number()
      .gt(0)
      .max(1)
      .nullish()
      .meta({ description: 'Share of the event: above 0, at most 1.' }),
    click_window: z.enum(windows).nullish(),
    view_window: z.enum(windows).nullish(),
    currency: z.enum(currencies).nullish().meta({ description: 'Currency of the value.' }),
    value: z.number().nullish().meta({ description: 'Order value.' }),
    total_event_touchpoints: z.int().min(1).nullish(),
    total_events: z.int().min(1).nullish().meta({ deprecated: true }),
    total_events_fractional: z.number().nullish(),
  })
  .meta({
    id: 'MsotEvent',
    description: 'A conversion event that a measurement partner has attributed to an ad group.',
    example: {
      event_id: 'order-1',
      event_name: 'checkout',
      event_timestamp: 1_780_300_000,
      ad_group_id: '2680000000102',
      attribution_model: 'multi_touch',
      attribution_scope: 'click',
      attribution_score: 0.5,
      currency: 'USD',
      value: 123.45,
    },
  })
export type MsotEvent = z.output<typeof MsotEvent>
