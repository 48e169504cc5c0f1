/**
 * What {@link anchorsOf} returns for the parts of all signatures, in their order, joined by `|`. Empty here: the bundle
 * has them, as to work them out takes a third of the time of a diagnosis.
 */
export const knownAnchors: readonly string[] = [];
