import { z } from 'zod'
import { editableEntity } from '#server/contracts/editable-entity.ts'
import type { World } from '#server/worlds/world.ts'
import { type CampaignAdPreviewRow, campaignAdPreviewTable } from './repository.ts'
import { previewText } from './serialize.ts'

/** Direct edits of previews: when one expires, in milliseconds. */
export const campaignAdPreviewKind = editableEntity({
  name: 'campaign_ad_previews',
  change: { expires_at: z.int().min(0).optional() },
  edit({ db, clock }: World, row: CampaignAdPreviewRow, { expires_at = row.expires_at }) {
    return previewText(campaignAdPreviewTable.update(db, { ...row, expires_at }), clock.milliseconds())
  },
})
