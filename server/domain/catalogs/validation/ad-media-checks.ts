import { type Findings, warn } from './findings.ts'
import { adImages, adVideos, type ItemWarning } from './issue-names.ts'
import { productLimits } from './limits.ts'
import { isWebLink, textOf } from './values.ts'

type Attributes = Readonly<Record<string, unknown>>

interface AdMedia {
  readonly kind: 'image' | 'video'
  readonly count: number
  readonly longestLink: number
}

const kinds: readonly AdMedia[] = [
  { kind: 'image', count: adImages, longestLink: productLimits.ad_image_link },
  { kind: 'video', count: adVideos, longestLink: productLimits.ad_video_link },
]

/** Whether an attribute is the link or tag of an image or video for ads. */
export const isAdMedia = (name: string): boolean => /^ad_(?:image|video)_\d+_(?:link|tag)$/.test(name)

/** Checks images and videos for ads: each has a link and a tag, and no two are equal. */
export function checkAdMedia(found: Findings, attributes: Attributes): void {
  for (const kind of kinds) checkKind(found, attributes, kind)
  const hasVideo = textOf(attributes.video_link) !== ''
  if ('ad_video_0_link' in attributes && !hasVideo && textOf(attributes.ad_video_0_link) !== '') {
    warn(found, 'VIDEO_REQUIRED_WHEN_AD_VIDEO_PROVIDED', 'video_link')
  }
}

function checkKind(found: Findings, attributes: Attributes, { kind, count, longestLink }: AdMedia): void {
  const seen = { link: new Set<string>(), tag: new Set<string>() }
  for (let index = 0; index < count; index++) {
    const base = `ad_${kind}_${index}`
    const [link, tag] = [textOf(attributes[`${base}_link`]), textOf(attributes[`${base}_tag`])]
    if (link === '' && tag === '') continue
    const warned = (issue: string, part: 'link' | 'tag', value: string): void =>
      warn(found, `${base}_${issue}`.toUpperCase() as ItemWarning, `${base}_${part}`, value)
    if (link === '') warned('link_required', 'link', link)
    else if (link.length > longestLink) warned('link_length_too_long', 'link', link)
    else if (!isWebLink(link)) warned('link_warning', 'link', link)
    else if (seen.link.has(link)) warned('link_duplicated', 'link', link)
    else found.item[`${base}_link`] = link
    if (tag === '') warned('tag_required', 'tag', tag)
    else if (tag.length > productLimits.ad_tag) warned('tag_length_too_long', 'tag', tag)
    else if (seen.tag.has(tag)) warned('tag_duplicated', 'tag', tag)
    else found.item[`${base}_tag`] = tag
    seen.link.add(link)
    seen.tag.add(tag)
  }
}
