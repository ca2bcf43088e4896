package org.relais.kernel;

/** A {@link Problem} on its way through code that cannot return one. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.messageKey() + problem.args());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.messageKey() + problem.args(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
