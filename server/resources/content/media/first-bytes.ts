/** The types of box with which a file of the MP4 family, or an older QuickTime movie, may begin. */
const firstBoxes: readonly string[] = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot']

/** Tells whether a file that begins with these bytes may be an MP4, MOV or M4V: the video formats of Pins. */
export const beginsAsVideo = (bytes: Buffer): boolean => firstBoxes.includes(bytes.toString('latin1', 4, 8))
