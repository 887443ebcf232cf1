using Rapporteur.Text;
using Rapporteur.Text.Attributions.Neural;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>Goes forth and back through the network for one text.</summary>
internal sealed class NetworkLearner(AttributionNetwork network, PieceVocabulary vocabulary)
{
    // Cues are what most is lost by: their labels weigh as much again.
    private const float CueWeight = 2;
    private const int L = AttributionNetwork.Labels;

    /// <summary>Adds a text's slopes to the gradients; returns the losses of cues and of sources and contents, a word each.</summary>
    public (double Cues, double Links) Learn(LearningText text, Noise? noise, Gradients gradients, bool pretrained)
    {
        ReadBlock block = network.Read(text.Text, 0, text.Text.Prose.Source.Sentences.Count, vocabulary, noise);
        int words = block.Words;
        float[] states = new float[block.States.Length];
        double cueLoss = Cues(text, block, states, gradients), linkLoss = text.Cues.Count == 0 ? 0 : Links(text, block, noise, states, gradients);
        Noise.Apply(states, block.StateMask);

        float[] input = new float[block.ReaderInput.Length], normal = new float[words * AttributionNetwork.Wide];
        Backward.Lstm(network.Reader, block.Read, block.ReaderInput, words, block.Runs, states, gradients, input);
        for (int w = 0; w < words; w++)
        {
            Array.Copy(input, w * AttributionNetwork.ReaderInputs, normal, w * AttributionNetwork.Wide, AttributionNetwork.Wide);
            ReadOnlySpan<float> features = input.AsSpan((w * AttributionNetwork.ReaderInputs) + AttributionNetwork.Wide, AttributionNetwork.FeatureWidth);
            foreach (int row in block.Features[w]) gradients.AddRow(network.WordTable, row, features);
        }

        Noise.Apply(normal, block.WordMask);
        float[] means = new float[normal.Length];
        Backward.Normalise(block.WordMeans, block.WordInverse, words, AttributionNetwork.Wide, network.WordGain, network.WordShift, normal, gradients, means);
        if (pretrained) Encoder(block, means, gradients);
        return (cueLoss, linkLoss);
    }

    private double Cues(LearningText text, ReadBlock block, float[] states, Gradients gradients)
    {
        float[] scores = new float[block.CueScores.Length], hidden = new float[block.CueHidden.Length];
        double loss = 0;
        foreach (Sentence s in block.Text.Prose.Source.Sentences)
        {
            loss += ChainLoss.Of(block.CueScores, s.FirstToken, s.EndToken, text.CueLabels.AsSpan(s.FirstToken..s.EndToken), network.CueTransition, CueWeight, scores, gradients.Of(network.CueTransition));
        }

        Backward.Linear(network.CueOut, block.CueHidden, block.Words, scores, gradients, network.CueOutBias, hidden);
        for (int i = 0; i < hidden.Length; i++) if (block.CueHidden[i] <= 0) hidden[i] = 0;
        Backward.Linear(network.CueHidden, block.States, block.Words, hidden, gradients, network.CueHiddenBias, states);
        return loss;
    }

    private double Links(LearningText text, ReadBlock block, Noise? noise, float[] states, Gradients gradients)
    {
        const int Width = AttributionNetwork.PairWidth, StateWidth = AttributionNetwork.States;
        LinkedCues linked = network.Link(block, [.. text.Cues.Select(c => c.Cue)], noise);
        int rows = linked.Features.Length;
        float[] scores = new float[rows * L], linkStates = new float[linked.States.Length], input = new float[linked.Input.Length];
        double loss = 0;
        for (int c = 0; c < text.Cues.Count; c++)
        {
            loss += ChainLoss.Of(linked.Scores, linked.Runs[c].First, linked.Runs[c].End, text.Cues[c].Labels, network.LinkTransition, 1, scores, gradients.Of(network.LinkTransition));
        }

        Backward.Linear(network.LinkOut, linked.States, rows, scores, gradients, network.LinkOutBias, linkStates);
        Noise.Apply(linkStates, linked.StateMask);
        Backward.Lstm(network.Linker, linked.Read, linked.Input, rows, linked.Runs, linkStates, gradients, input);
        for (int i = 0; i < input.Length; i++) if (linked.Input[i] <= 0) input[i] = 0;

        float[] pairWords = new float[block.Words * Width], cueVectors = new float[text.Cues.Count * Width], cueStates = new float[text.Cues.Count * StateWidth];
        for (int c = 0, row = 0; c < text.Cues.Count; c++)
        {
            for (int t = linked.Ranges[c].First; t < linked.Ranges[c].End; t++, row++)
            {
                ReadOnlySpan<float> slope = input.AsSpan(row * Width, Width);
                for (int i = 0; i < Width; i++)
                {
                    pairWords[((t - block.FirstToken) * Width) + i] += slope[i];
                    cueVectors[(c * Width) + i] += slope[i];
                }

                foreach (int feature in linked.Features[row]) gradients.AddRow(network.PairTable, feature, slope);
            }
        }

        Backward.Linear(network.PairWord, block.States, block.Words, pairWords, gradients, network.PairBias, states);
        Backward.Linear(network.PairCue, linked.CueStates, text.Cues.Count, cueVectors, gradients, null, cueStates);
        for (int c = 0; c < text.Cues.Count; c++)
        {
            (int first, int end) = text.Cues[c].Cue.Cue;
            for (int t = first; t < end; t++)
            {
                for (int i = 0; i < StateWidth; i++) states[((t - block.FirstToken) * StateWidth) + i] += cueStates[(c * StateWidth) + i] / (end - first);
            }
        }

        return loss;
    }

    private void Encoder(ReadBlock block, float[] means, Gradients gradients)
    {
        float[] output = new float[block.Encoded.Output.Length];
        for (int w = 0; w < block.Words; w++)
        {
            (int first, int end) = block.Pieced.Words[w];
            for (int p = first; p < end; p++)
            {
                for (int i = 0; i < AttributionNetwork.Wide; i++) output[(p * AttributionNetwork.Wide) + i] += means[(w * AttributionNetwork.Wide) + i] / (end - first);
            }
        }

        float[] input = Backward.Layer(network.Encoder, block.Encoded, block.Pieced.Stretches, output, gradients);
        for (int p = 0; p < block.Pieced.Pieces.Length; p++) gradients.AddRow(network.Embedding, block.Pieced.Pieces[p], input.AsSpan(p * AttributionNetwork.Narrow, AttributionNetwork.Narrow), 2);
    }
}
