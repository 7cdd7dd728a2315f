/** Many runs at once: campaigns, who watches the watchmen, published claims. */
export function ExploreScreen() {
  return <main id="main" className="explore" />;
}
