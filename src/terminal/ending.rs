//! How the system asks the program to end.

#[cfg(unix)]
pub(super) use unix::listen;
#[cfg(windows)]
pub(super) use windows::listen;

#[cfg(unix)]
mod unix {
    use std::io;

    /// Calls `tell` whenever the system or somebody from outside asks the program to end.
    pub fn listen(tell: impl Fn() + Send + 'static) -> io::Result<()> {
        ctrlc::set_handler(tell).map_err(io::Error::other)
    }
}

#[cfg(windows)]
mod windows {
    use std::io;
    use std::sync::Arc;
    use std::task::{Context, Wake, Waker};
    use std::thread::{self, Thread};

    use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close, ctrl_logoff, ctrl_shutdown};

    /// Calls `tell` whenever the system asks the program to end, and keeps the system waiting. It would end the process
    /// as soon as it got an answer; it gets none, and the process ends when `main` does. After some five seconds it is
    /// ended in any case.
    pub fn listen(tell: impl Fn() + Send + 'static) -> io::Result<()> {
        let mut asked = (ctrl_c()?, ctrl_break()?, ctrl_close()?, ctrl_logoff()?, ctrl_shutdown()?);
        let wait = move || {
            let waker = Waker::from(Arc::new(Woken(thread::current())));
            let mut context = Context::from_waker(&waker);
            // Never left: a question that nobody listens for any more is answered at once.
            loop {
                let ready = [
                    asked.0.poll_recv(&mut context).is_ready(),
                    asked.1.poll_recv(&mut context).is_ready(),
                    asked.2.poll_recv(&mut context).is_ready(),
                    asked.3.poll_recv(&mut context).is_ready(),
                    asked.4.poll_recv(&mut context).is_ready(),
                ];
                if ready.contains(&true) {
                    tell();
                } else {
                    thread::park();
                }
            }
        };
        thread::Builder::new().name("ending".into()).spawn(wait).map(drop)
    }

    /// Wakes the thread that waits.
    struct Woken(Thread);

    impl Wake for Woken {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
}
