import fc from '#test/support/fast-check.ts'
import { tracking } from './details.ts'
import { change, type Fields, type Item, name, nearly, orNull, status } from './items.ts'
import { reference } from './references.ts'

const links = ['https://example.com/1', 'https://example.com/2']

const adFields: Fields = {
  name: orNull(name),
  ad_group_id: reference('ad group'),
  status,
  creative_type: fc.constantFrom('REGULAR', 'CAROUSEL'),
  pin_id: fc.constantFrom({ $: 'pin' }, { $: 'unknown' }),
  destination_url: orNull(fc.constant('https://example.com/form')),
  carousel_destination_urls: orNull(fc.constant(links)),
  tracking_urls: tracking,
}

const regular = { creative_type: 'REGULAR', pin_id: { $: 'pin' } }

/** An ad to be created. */
export const newAd = fc
  .tuple(
    reference('ad group'),
    nearly(
      [
        regular,
        { ...regular, status: 'DRAFT' },
        { ...regular, creative_type: 'CAROUSEL', carousel_destination_urls: links },
        { ...regular, destination_url: 'https://example.com/form' },
      ],
      adFields,
    ),
  )
  .map(([ad_group_id, item]): Item => ({ ad_group_id, ...item }))

/** What changes about an ad. */
export const adChange = change('ad', [{ status: 'ACTIVE' }, { status: 'PAUSED' }], adFields)
