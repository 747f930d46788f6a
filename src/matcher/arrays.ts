/** Arrays at a place in memory. What is behind their ends is somebody else's: nothing is checked. */

export function getInt(array: usize, at: i32): i32 {
  return load<i32>(array + ((<usize>at) << 2));
}

export function setInt(array: usize, at: i32, value: i32): void {
  store<i32>(array + ((<usize>at) << 2), value);
}
