import t from 'tap'
import { checkProduct, type ProductDefaults } from '#server/domain/catalogs/validation/check-product.ts'
import { issueDetails } from '#server/domain/catalogs/validation/findings.ts'
import { itemErrors, itemIssues, itemWarnings } from '#server/domain/catalogs/validation/issue-names.ts'

/** A product that has nothing wrong. */
const tent = {
  id: 'TENT-1',
  title: 'Two-person tent',
  description: 'Keeps the rain out.',
  link: 'https://shop.example.com/tents/1',
  image_link: 'https://images.example.com/1.jpg',
  price: '89.50 USD',
  availability: 'in stock',
  condition: 'new',
  google_product_category: 'Sporting Goods > Outdoor Recreation > Tents',
}

const long = (length: number): string => 'x'.repeat(length)
const longLink = (length: number): string => `https://shop.example.com/${long(length - 25)}`

type Case = readonly [name: string, sent: object, passes: object, defaults?: ProductDefaults]

const errors: readonly Case[] = [
  ['ITEMID_MISSING', { id: ' ' }, { id: '0' }],
  ['ITEMID_MISSING', { id: long(128) }, { id: long(127) }],
  ['TITLE_MISSING', { title: '' }, { title: 'A' }],
  ['DESCRIPTION_MISSING', { description: '' }, { description: 'A' }],
  ['PRODUCT_LINK_MISSING', { link: '' }, { link: 'http://shop.example.com' }],
  ['LINK_FORMAT_INVALID', { link: 'shop.example.com/1' }, { link: 'HTTPS://shop.example.com/1' }],
  ['LINK_LENGTH_TOO_LONG', { link: longLink(512) }, { link: longLink(511) }],
  ['IMAGE_LINK_MISSING', { image_link: '' }, { image_link: ['https://images.example.com/1.jpg'] }],
  ['IMAGE_LINK_INVALID', { image_link: 'ftp://images.example.com/1.jpg' }, {}],
  ['IMAGE_LINK_LENGTH_TOO_LONG', { image_link: longLink(2001) }, { image_link: longLink(2000) }],
  ['PRICE_MISSING', { price: '' }, { price: 89.5 }],
  ['PRODUCT_PRICE_INVALID', { price: '89,50 USD' }, { price: '89.50USD' }],
  ['PRODUCT_PRICE_INVALID', { price: '-1 USD' }, { price: '1' }],
  ['LIST_PRICE_INVALID', { list_price: 'cheap' }, { list_price: '95 USD' }],
  [
    'PRICE_CANNOT_BE_DETERMINED',
    { list_price: '95 USD', sale_price: '70 USD' },
    { list_price: '89.50', sale_price: '70' },
  ],
  ['AVAILABILITY_INVALID', { availability: 'soon' }, { availability: 'OUT_OF_STOCK' }],
  ['AVAILABILITY_INVALID', { availability: '' }, { availability: 'Preorder' }],
  ['ADULT_INVALID', { adult: 'maybe' }, { adult: 'TRUE' }],
  ['ADWORDS_FORMAT_INVALID', { adwords_redirect: longLink(2048) }, { adwords_redirect: longLink(2047) }],
]

const warnings: readonly Case[] = [
  ['TITLE_LENGTH_TOO_LONG', { title: long(501) }, { title: '😀'.repeat(500) }],
  ['DESCRIPTION_LENGTH_TOO_LONG', { description: long(10_001) }, { description: long(10_000) }],
  ['LINK_FORMAT_WARNING', { link: `${tent.link}?utm_source=` }, { link: `${tent.link}?utm_source=pinterest` }],
  ['IMAGE_LINK_WARNING', { image_link: [tent.image_link, 'none'] }, { image_link: [tent.image_link] }],
  ['ADDITIONAL_IMAGE_LINK_WARNING', { additional_image_link: 'a.jpg' }, { additional_image_link: tent.image_link }],
  [
    'ADDITIONAL_IMAGE_LINK_LENGTH_TOO_LONG',
    { additional_image_link: longLink(2001) },
    { additional_image_link: longLink(2000) },
  ],
  [
    'TOO_MANY_ADDITIONAL_IMAGE_LINKS',
    { additional_image_link: Array(11).fill(tent.image_link) },
    { additional_image_link: Array(10).fill(tent.image_link) },
  ],
  ['OPTIONAL_CONDITION_MISSING', { condition: '' }, { condition: 'USED' }],
  ['OPTIONAL_CONDITION_INVALID', { condition: 'worn' }, { condition: 'Refurbished' }],
  ['OPTIONAL_PRODUCT_CATEGORY_MISSING', { google_product_category: '' }, { google_product_category: '499713' }],
  ['OPTIONAL_PRODUCT_CATEGORY_INVALID', { google_product_category: '>>' }, { google_product_category: '1' }],
  ['PRODUCT_CATEGORY_DEPTH_WARNING', { google_product_category: 'Sporting Goods > Tents' }, {}],
  ['SALES_PRICE_INVALID', { sale_price: 'half' }, { sale_price: '45' }],
  ['SALES_PRICE_TOO_HIGH', { sale_price: '90 USD' }, { sale_price: '89.50 USD' }],
  ['SALES_PRICE_TOO_LOW', { sale_price: '1 USD' }, { sale_price: '9 USD' }],
  ['INCONSISTENT_CURRENCY_VALUES', { sale_price: '45 EUR' }, { sale_price: '45 USD' }],
  ['COUNTRY_DOES_NOT_MAP_TO_CURRENCY', { price: '89.50 USD' }, { price: '89.50 EUR' }, { country: 'DE' }],
  [
    'SALE_DATE_INVALID',
    { sale_price_effective_date: '2026-06-01' },
    { sale_price_effective_date: '2026-06-01/2026-07-01T10:00+0200' },
  ],
  [
    'SALE_DATE_INVALID',
    { sale_price_effective_date: '2026-07-01/2026-06-01' },
    { sale_price_effective_date: '2026-06-01T23:00-0800/2026-06-02T00:00-0800' },
  ],
  [
    'SALE_DATE_INVALID',
    { sale_price_effective_date: '2026-02-28/2026-02-29' },
    { sale_price_effective_date: '2028-02-28 / 2028-02-29' },
  ],
  ['AVAILABILITY_DATE_INVALID', { availability_date: '06/01/2026' }, { availability_date: '2026-06-01' }],
  ['EXPIRATION_DATE_INVALID', { expiration_date: '2026-13-01' }, { expiration_date: '2026-12-01T10:00:00Z' }],
  ['AGE_GROUP_INVALID', { age_group: 'old' }, { age_group: 'Kids' }],
  ['GENDER_INVALID', { gender: 'any' }, { gender: 'UNISEX' }],
  ['SIZE_SYSTEM_INVALID', { size_system: 'XX' }, { size_system: 'mex' }],
  ['SIZE_TYPE_INVALID', { size_type: 'huge' }, { size_type: 'big and tall' }],
  ['GTIN_INVALID', { gtin: '123' }, { gtin: 4006381333931 }],
  ['MPN_INVALID', { mpn: long(71) }, { mpn: 'ABC-12/3' }],
  ['MULTIPACK_INVALID', { multipack: '0' }, { multipack: '6' }],
  ['IS_BUNDLE_INVALID', { is_bundle: 'perhaps' }, { is_bundle: 'yes' }],
  ['MIN_AD_PRICE_INVALID', { min_ad_price: 'ten' }, { min_ad_price: '10 USD' }],
  ['PRODUCT_TYPE_LENGTH_TOO_LONG', { product_type: long(1001) }, { product_type: long(1000) }],
  ['CUSTOM_LABEL_LENGTH_TOO_LONG', { custom_label_4: long(512) }, { custom_label_4: long(511) }],
  ['SHIPPING_INVALID', { shipping: 'US:5 USD' }, { shipping: 'US:CA::5 USD' }],
  ['SHIPPING_HEIGHT_INVALID', { shipping_height: 'tall' }, { shipping_height: '12.5 cm' }],
  ['SHIPPING_WIDTH_INVALID', { shipping_width: '12 lb' }, { shipping_width: '12 in' }],
  ['SHIPPING_WEIGHT_INVALID', { shipping_weight: 'heavy' }, { shipping_weight: '2 kg' }],
  ['WEIGHT_UNIT_INVALID', { weight_unit: 'stone' }, { weight_unit: 'LB' }],
  ['TAX_INVALID', { tax: 'US:CA' }, { tax: 'US:CA:8.75:' }],
  ['AD_LINK_FORMAT_WARNING', { ad_link: 'shop' }, { ad_link: 'https://shop.example.com/ad' }],
  ['AD_LINK_SAME_AS_LINK', { ad_link: tent.link }, { ad_link: `${tent.link}?ad` }],
  ['ADWORDS_FORMAT_WARNING', { adwords_redirect: 'shop' }, { adwords_redirect: `${tent.link}?ad` }],
  ['ADWORDS_SAME_AS_LINK', { adwords_redirect: tent.link }, { adwords_redirect: `${tent.link}?ad` }],
  ['ANDROID_DEEP_LINK_INVALID', { android_deep_link: 'shop' }, { android_deep_link: 'shop://tents/1' }],
  ['IOS_DEEP_LINK_INVALID', { ios_deep_link: 'shop' }, { ios_deep_link: 'shop://tents/1' }],
  [
    'AD_IMAGE_0_LINK_REQUIRED',
    { ad_image_0_tag: 'side' },
    { ad_image_0_tag: 'side', ad_image_0_link: tent.image_link },
  ],
  [
    'AD_IMAGE_0_TAG_REQUIRED',
    { ad_image_0_link: tent.image_link },
    { ad_image_0_tag: 'a', ad_image_0_link: tent.image_link },
  ],
  [
    'AD_IMAGE_19_LINK_WARNING',
    { ad_image_19_link: 'x', ad_image_19_tag: 'a' },
    { ad_image_19_link: tent.image_link, ad_image_19_tag: 'a' },
  ],
  [
    'AD_IMAGE_1_LINK_DUPLICATED',
    { ad_image_0_link: tent.link, ad_image_0_tag: 'a', ad_image_1_link: tent.link, ad_image_1_tag: 'b' },
    { ad_image_0_link: tent.link, ad_image_0_tag: 'a', ad_image_1_link: `${tent.link}2`, ad_image_1_tag: 'b' },
  ],
  [
    'VIDEO_REQUIRED_WHEN_AD_VIDEO_PROVIDED',
    { ad_video_0_link: tent.link, ad_video_0_tag: 'a' },
    { ad_video_0_link: tent.link, ad_video_0_tag: 'a', video_link: `${tent.link}.mp4` },
  ],
]

const namesIn = (issues: readonly { readonly name: string }[]): readonly string[] => issues.map(({ name }) => name)

t.test('a product that has nothing wrong has neither errors nor warnings', async (t) => {
  const { id, errors, warnings, item } = checkProduct(tent, { country: 'US' })
  t.same([id, errors, warnings], ['TENT-1', [], []])
  t.match(item, { price: '89.50 USD', availability: 'in stock', image_link: [tent.image_link], condition: 'new' })
  t.notOk('id' in item, 'the id is no attribute of the item')
})

for (const [name, sent, passes, defaults = {}] of errors) {
  t.test(`${name} is an error for ${JSON.stringify(sent).slice(0, 80)}`, async (t) => {
    t.same(namesIn(checkProduct({ ...tent, ...sent }, defaults).errors), [name])
    t.same(namesIn(checkProduct({ ...tent, ...passes }, defaults).errors), [], 'and nearby all is well')
  })
}

for (const [name, sent, passes, defaults = {}] of warnings) {
  t.test(`${name} is a warning for ${JSON.stringify(sent).slice(0, 80)}`, async (t) => {
    const { errors, warnings } = checkProduct({ ...tent, ...sent }, defaults)
    t.same([errors, namesIn(warnings)], [[], [name]])
    t.same(namesIn(checkProduct({ ...tent, ...passes }, defaults).warnings), [], 'and nearby all is well')
  })
}

t.test('an optional attribute that is invalid is left out of the item', async (t) => {
  const { item } = checkProduct({ ...tent, gender: 'any', gtin: '123', sale_price: 'half' }, {})
  t.notOk('gender' in item || 'gtin' in item || 'sale_price' in item)
})

t.test('a sale price above the price is the price', async (t) => {
  t.match(checkProduct({ ...tent, sale_price: '100 USD' }, {}).item, { price: '89.50 USD', sale_price: '89.50 USD' })
})

t.test('what a feed says of all of its products fills in what a product lacks', async (t) => {
  const { price, availability, ...rest } = tent
  const defaults = { availability: 'OUT_OF_STOCK', currency: 'CAD' }
  const { item } = checkProduct({ ...rest, price: '20' }, defaults)
  t.match(item, { price: '20 CAD', availability: 'out of stock' })
})

t.test('a creative asset needs no offer, and may have a video in place of an image', async (t) => {
  const { price, availability, image_link, ...rest } = tent
  const asset = { ...rest, video_link: 'https://videos.example.com/1.mp4' }
  t.same(checkProduct(asset, { catalogType: 'CREATIVE_ASSETS' }).errors, [])
  t.same(namesIn(checkProduct(rest, { catalogType: 'CREATIVE_ASSETS' }).errors), ['IMAGE_LINK_MISSING'])
})

t.test('numbers, booleans and lists come out typed, whatever they were written as', async (t) => {
  const sent = {
    adult: 'no',
    custom_number_0: '7',
    number_of_reviews: '12',
    average_review_rating: '4.5',
    variant_names: 'color,size',
    variant_values: ['red', 'S'],
  }
  t.match(checkProduct({ ...tent, ...sent }, {}).item, {
    adult: false,
    custom_number_0: 7,
    number_of_reviews: 12,
    average_review_rating: 4.5,
    variant_names: ['color', 'size'],
    variant_values: ['red', 'S'],
  })
})

t.test('an issue is listed by the attribute and the value that was sent', async (t) => {
  const { errors } = checkProduct({ ...tent, link: 'shop', image_link: '' }, {})
  t.same(errors.map(issueDetails), [
    { attribute_name: 'ITEM_LINK', provided_value: 'shop' },
    { attribute_name: 'IMAGE_LINK', provided_value: '' },
  ])
})

t.test('every issue has one name', async (t) => {
  t.equal(new Set(itemIssues).size, itemIssues.length)
  t.equal(itemIssues.length, itemErrors.length + itemWarnings.length)
  for (const [name] of errors) t.ok((itemErrors as readonly string[]).includes(name), name)
  for (const [name] of warnings) t.ok(name === 'INCONSISTENT_CURRENCY_VALUES' || itemWarnings.includes(name), name)
})
