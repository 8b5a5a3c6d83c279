import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { idOf } from '#server/domain/ids.ts'
import type { World } from '#server/worlds/world.ts'
import { type ConversionTagRow, conversionTagTable } from './repository.ts'
import { conversionTagIdRange } from './resource.ts'
import type { ConversionTag, ConversionTagCreate, TagStatus } from './schema.ts'

/** Creates a conversion tag in the account. */
export function createConversionTag(
  { db }: World,
  { id: ad_account_id }: AdAccountContext,
  item: ConversionTagCreate,
  status: TagStatus = 'ACTIVE',
): ConversionTagRow {
  const seq = conversionTagTable.nextSequence(db)
  const id = idOf(conversionTagIdRange, seq)
  const tag: ConversionTag = {
    ad_account_id,
    code_snippet: `<script type="text/javascript">pintrk('load', '${id}'); pintrk('page')</script>`,
    id,
    name: item.name,
    status,
    version: '3',
    configs: {
      aem_enabled: item.aem_enabled ?? false,
      aem_fnln_enabled: item.aem_fnln_enabled ?? false,
      aem_ph_enabled: item.aem_ph_enabled ?? false,
      aem_ge_enabled: item.aem_ge_enabled ?? false,
      aem_db_enabled: item.aem_db_enabled ?? false,
      aem_loc_enabled: item.aem_loc_enabled ?? false,
      aem_external_id_enabled: item.aem_external_id_enabled ?? false,
      md_frequency: item.md_frequency ?? 1,
    },
  }
  return conversionTagTable.insertEntity(db, tag, { seq })
}
