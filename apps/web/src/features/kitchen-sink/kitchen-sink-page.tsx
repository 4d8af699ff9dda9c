export function KitchenSinkPage() {
  return null;
}
