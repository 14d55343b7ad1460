/// The program's entry.
@main
enum Souschef {
  static func main() {}
}
