/** What the worker asks of the hidden page about the thread in which datasets are loaded. */
export interface LoaderToPage {
  /** Starts a thread of this name, unless there is one; it says so itself when it is up. */
  startLoader(request: { readonly name: string }): null;
  stopLoader(request: { readonly name: string }): null;
}
