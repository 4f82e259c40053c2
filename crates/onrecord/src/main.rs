//! The `onrecord` command: the standard processors and nothing else.

fn main() -> std::process::ExitCode {
    onrecord::App::standard().run()
}
