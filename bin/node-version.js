const [major, minor] = process.versions.node.split('.').map(Number)

/** What is wrong with the Node that runs this, or nothing. Runs on any Node. */
export const wrongNode =
  major < 22 || (major === 22 && minor < 18)
    ? `pinterest-ads-mock needs Node 22.18 or newer, and this is ${process.versions.node}.`
    : undefined
