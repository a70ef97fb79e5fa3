import Dispatch

/// Threads for work that waits for the disk: the cooperative ones are as few as the processors, and everybody's.
final class DiskThreads: TaskExecutor {
    static let shared = DiskThreads()

    private let queue = DispatchQueue(label: "pishkhan.disk", attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
