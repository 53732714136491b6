//! The program: parse, call the library, print the error, exit code.
fn main() {
    let launch = opstart::runtime::Launch {
        start: opstart::runtime::Start::Home,
        sessions: "sessions".into(),
        catalog: Box::new(opstart::catalog::library::Library::builtin),
        text: opstart::text::Text::new(opstart::text::Lang::Da, None),
        theme: opstart::ui::theme::Theme::colour(),
        told: |_, e| e.to_string(),
    };
    println!("{:?}", opstart::runtime::run(launch));
}
