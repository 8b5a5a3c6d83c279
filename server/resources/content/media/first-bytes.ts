/** The kinds of box that a file of the MP4 family, or an older QuickTime movie, may begin with. */
const firstBoxes: readonly string[] = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot']

/**
 * Returns whether a file that begins with these bytes may be an MP4, MOV or M4V, which are the videos that Pins can be
 * made of.
 */
export const beginsAsVideo = (bytes: Buffer): boolean => firstBoxes.includes(bytes.toString('latin1', 4, 8))
