import fc from '#test/support/fast-check.ts'

const url = 'https://example.com/'

/** Tracking URLs: none, as many and as long as may be, and one more. */
export const tracking = fc.constantFrom(
  null,
  {},
  { click: [url] },
  { impression: [url, url, url] },
  { impression: [url, url, url, url] },
  { click: [url.padEnd(2000, 'x')] },
  { click: [url.padEnd(2001, 'x')] },
  { buyable_button: [url] },
)

const world = { LOCATION: ['US'] }

/** What an ad group may target, and what it may not. */
export const targeting = fc.constantFrom(
  {},
  world,
  { GEO: ['US'] },
  { GEO: ['US'], GENDER: ['male'] },
  { GEO: ['US-CA', 'BE-VOV'] },
  { GEO: ['US-CA', 'US-94107'] },
  { ...world, MINIMUM_AGE: '18', MAXIMUM_AGE: '65+' },
  { ...world, MINIMUM_AGE: '40', MAXIMUM_AGE: '40' },
  { ...world, MINIMUM_AGE: '41', MAXIMUM_AGE: '40' },
  { ...world, MINIMUM_AGE: '17', MAXIMUM_AGE: '40' },
  { ...world, MINIMUM_AGE: '18' },
  { ...world, MAXIMUM_AGE: '40' },
  { ...world, AGE_BUCKET: ['25-34'] },
  { ...world, AGE_BUCKET: ['25-34'], MINIMUM_AGE: '25', MAXIMUM_AGE: '34' },
)

const conversion = (click: number, engagement: number, view: number, more: object = {}) => ({
  conversion_tag_v3_goal_metadata: {
    attribution_windows: { click_window_days: click, engagement_window_days: engagement, view_window_days: view },
    conversion_event: 'CHECKOUT',
    conversion_tag_id: '123',
    cpa_goal_value_in_micro_currency: '5000000',
    is_roas_optimized: false,
    learning_mode_type: null,
    ...more,
  },
})

/** A goal that passes everywhere. */
export const goal = conversion(30, 30, 1)

/** Goals: none, priced and unpriced, with windows that exist and one that does not. */
export const goals = fc.constantFrom<object>(
  {},
  goal,
  conversion(7, 0, 0),
  conversion(1, 30, 30),
  conversion(30, 30, 30, { is_roas_optimized: true }),
  conversion(30, 30, 30, { is_roas_optimized: true, conversion_event: 'SIGNUP' }),
  conversion(30, 30, 30, { cpa_goal_value_in_micro_currency: null }),
  { frequency_goal_metadata: { frequency: 2, timerange: 'THIRTY_DAY' } },
)
