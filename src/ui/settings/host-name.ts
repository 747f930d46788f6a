/** The host that a reader means: they may write a name or paste an address. Null for what can be neither. */
export function hostOf(text: string): string | null {
  const written = text.trim();
  if (written === '' || /\s/.test(written)) return null;
  try {
    const { hostname } = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(written) ? written : `http://${written}`);
    return hostname === '' || /[*%]/.test(hostname) ? null : hostname;
  } catch {
    // Not even with a scheme before it is it an address.
    return null;
  }
}
