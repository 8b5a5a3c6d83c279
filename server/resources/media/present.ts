import type { MediaRow } from './repository.ts'
import type { Media, MediaStatus, MediaUpload } from './schema.ts'

/** The video as JSON text. */
export const mediaText = ({ id, media_type }: MediaRow, status: MediaStatus): string =>
  JSON.stringify({ media_id: id, media_type, status } satisfies Media)

/** The video as its registration answers it: with where to upload the file. */
export const mediaUploadText = ({ id, media_type }: MediaRow, upload_url: string): string =>
  JSON.stringify({
    media_id: id,
    media_type,
    upload_url,
    upload_parameters: { key: `uploads/${id}`, 'Content-Type': 'multipart/form-data' },
  } satisfies MediaUpload)
