import type { Description, Schema } from '../description.ts'
import { rewriteSchemas } from './schema-places.ts'

/**
 * Names of whole numbers that stay small: days, pixels, positions, percentages, codes, counts of what one user or request
 * has. All other unbounded ones, such as amounts, times, bytes and reach, may exceed 32 bits.
 */
const small: ReadonlySet<string> = new Set(
  [
    'app_links board_count click_window_days code collaborator_count column_number cover_image_key_frame_time engager_type',
    'engagement_window_days errorCode error_code exclusion_window height images index item_number level line_number',
    'lifetime_frequency_cap lookback_window max_y min_y monthly_frequency_cap num_batches num_items number number_of_ratings',
    'number_of_reviewers number_of_reviews part_number pct_change_mom pct_growth_mom pct_growth_wow pct_growth_yoy',
    'percent_growth_mom percent_relative_volume percentage quantity response_status_code retention_days row_number',
    'start_index tag_type videos view_window_days width y',
  ].flatMap((names) => names.split(' ')),
)

/** Takes `int64` from whole numbers that stay small: in Go and Java the two are different types. */
export const withNarrowIntegers = (description: Description): Description =>
  rewriteSchemas(description, (schema, { name }) => {
    if (schema.format !== 'int64' || !small.has(lastOf(name))) return schema
    const { format: _format, ...rest } = schema
    return rest satisfies Schema
  })

const lastOf = (name: string): string => [...small].find((one) => name === one || name.endsWith(`_${one}`)) ?? name
