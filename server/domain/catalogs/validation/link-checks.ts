import { type Findings, fail, warn } from './findings.ts'
import { productLimits } from './limits.ts'
import { booleanOf, isWebLink, partsOf, textOf } from './values.ts'

type Attributes = Readonly<Record<string, unknown>>

/** Checks the landing page: it must be there, short enough, and a link of the web. */
export function checkLink(found: Findings, link: string): void {
  if (link === '') {
    fail(found, 'PRODUCT_LINK_MISSING', 'link')
    return
  }
  if (link.length > productLimits.link) {
    fail(found, 'LINK_LENGTH_TOO_LONG', 'link', link)
    return
  }
  if (!isWebLink(link)) {
    fail(found, 'LINK_FORMAT_INVALID', 'link', link)
    return
  }
  found.item.link = link
  if (link.includes('utm_') && /[?&]utm_[a-z]*(?:=?(?:&|$))/.test(link)) {
    warn(found, 'LINK_FORMAT_WARNING', 'link', link)
  }
}

/** Checks the main image: a link, or several of which one must be valid. */
export function checkImageLink(found: Findings, value: unknown): void {
  // A comma ends no link of a feed: only a list has several.
  const links = Array.isArray(value) ? partsOf(value) : [textOf(value)].filter((link) => link !== '')
  const valid = links.filter((link) => link.length <= productLimits.image_link && isWebLink(link))
  if (valid.length > 0) {
    found.item.image_link = valid
    for (const link of links) if (!valid.includes(link)) warn(found, 'IMAGE_LINK_WARNING', 'image_link', link)
    return
  }
  const [link] = links
  if (link === undefined) {
    fail(found, 'IMAGE_LINK_MISSING', 'image_link')
    return
  }
  const isTooLong = link.length > productLimits.image_link
  fail(found, isTooLong ? 'IMAGE_LINK_LENGTH_TOO_LONG' : 'IMAGE_LINK_INVALID', 'image_link', link)
}

/** Checks the links of ads, which differ from the landing page. */
export function checkAdLinks(found: Findings, attributes: Attributes): void {
  const adLink = textOf(attributes.ad_link)
  if (adLink !== '') {
    if (!isWebLink(adLink)) warn(found, 'AD_LINK_FORMAT_WARNING', 'ad_link', adLink)
    else if (adLink === found.item.link) warn(found, 'AD_LINK_SAME_AS_LINK', 'ad_link', adLink)
    else found.item.ad_link = adLink
  }
  const redirect = textOf(attributes.adwords_redirect)
  if (redirect === '') return
  if (redirect.length > productLimits.adwords_redirect) {
    fail(found, 'ADWORDS_FORMAT_INVALID', 'adwords_redirect', redirect)
  } else if (!isWebLink(redirect)) warn(found, 'ADWORDS_FORMAT_WARNING', 'adwords_redirect', redirect)
  else if (redirect === found.item.link) warn(found, 'ADWORDS_SAME_AS_LINK', 'adwords_redirect', redirect)
}

/** Checks whether a product is for adults only. */
export function checkAdult(found: Findings, text: string): void {
  if (text === '') return
  const adult = booleanOf(text)
  if (adult === undefined) fail(found, 'ADULT_INVALID', 'adult', text)
  else found.item.adult = adult
}
