import type { Test } from 'tap'
import type { Json } from '#test/support/mock.ts'
import { otherService } from './other-service.ts'

/** Texts of the Pin that no result may have. */
const shown = { title: 'Käse & "Brot"', description: 'Brot of Zoë', link: 'https://käse.example.net/brot' }
/** The source of a Pin of one image. */
export const image = { source_type: 'image_url', url: 'https://example.com/tent.jpg' }

/** A service with an ad account and a public Pin. */
export async function serviceWithPin(t: Test, args: readonly string[] = []) {
  const service = await otherService(t, args)
  const adAccount = await service.adAccount('Shop')
  const pin: Json = await service.ask('POST', '/v5/pins', { ...shown, media_source: image })
  return { ...service, adAccount, pin }
}

/** What `serviceWithPin` returns. */
export type Service = Awaited<ReturnType<typeof serviceWithPin>>

/** What a probe left there: names, and previews of ad groups in any state. */
export async function leftBehind({ ask, adAccount, leftovers }: Service): Promise<readonly unknown[]> {
  const base = `/v5/ad_accounts/${adAccount}`
  const { items } = await ask(
    'GET',
    `${base}/ad_groups?page_size=250&entity_statuses=PAUSED,DRAFT,ARCHIVED,DELETED_DRAFT`,
  )
  const ids = items.map(({ id }: Json) => id).join(',')
  const previews = ids === '' ? [] : await ask('GET', `${base}/campaign_ad_preview?ad_group_ids=${ids}`)
  const { items: pins } = await ask('GET', '/v5/pins?page_size=250')
  const ofProbes = pins
    .map(({ title }: Json) => title)
    .filter((title: string | null) => title?.startsWith('pinterest-ads-mock'))
  return [...(await leftovers(adAccount)), ...previews, ...ofProbes]
}
