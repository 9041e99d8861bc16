// A fact that does not hold ends the reading of a client.
export function check(holds, what) {
  if (!holds) {
    throw new Error(what);
  }
}
