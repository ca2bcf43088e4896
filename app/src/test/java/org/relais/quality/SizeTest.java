package org.relais.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Files of at most 400 lines, methods of at most 40, four parameters at most. What was over when the gate was set stands
 * in {@code quality/oversize.txt}; that list may only shrink.
 */
class SizeTest {
    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int PARAMETERS = 4;
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void nothingNewIsOversizeAndTheListOnlyShrinks() throws IOException {
        Set<String> found = oversize();
        Set<String> known = new TreeSet<>(Files.readAllLines(Path.of("src/test/resources/quality/oversize.txt")));
        known.removeIf(line -> line.isBlank() || line.startsWith("#"));
        assertThat(found)
                .as("oversize code, against src/test/resources/quality/oversize.txt")
                .isEqualTo(known);
    }

    private static Set<String> oversize() throws IOException {
        Set<String> found = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            files = walk.filter(path -> path.toString().endsWith(".java")).toList();
        }
        for (Path file : files) {
            if (Files.readAllLines(file).size() > FILE_LINES) {
                found.add("file " + SOURCES.relativize(file));
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Measure(trees, unit, found).scan(new TreePath(unit), null);
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        return found;
    }

    private static final class Measure extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final Set<String> found;

        Measure(Trees trees, CompilationUnitTree unit, Set<String> found) {
            this.trees = trees;
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            LineMap lines = unit.getLineMap();
            long start = lines.getLineNumber(trees.getSourcePositions().getStartPosition(unit, method));
            long end = lines.getLineNumber(trees.getSourcePositions().getEndPosition(unit, method));
            String name = owner() + "." + method.getName();
            if (end - start + 1 > METHOD_LINES) {
                found.add("method " + name);
            }
            if (method.getParameters().size() > PARAMETERS) {
                found.add("parameters " + name);
            }
            return super.visitMethod(method, null);
        }

        private String owner() {
            TreePath parent = getCurrentPath().getParentPath();
            return parent.getLeaf() instanceof ClassTree type
                    ? type.getSimpleName().toString()
                    : "";
        }
    }
}
